# SPDX-License-Identifier: Apache-2.0
"""Native names as their countries write them; the tables fold most of them to ASCII. Only names that are certain."""

NATIVE = {
    "An Creat Naisiunta Cailiochtai": "An Creat Náisiúnta Cáilíochtaí",
    "Nacionalna kvalifikacionna ramka": "Национална квалификационна рамка",
    "Kypriako Plaisio Prosonton": "Κυπριακό Πλαίσιο Προσόντων",
    "Narodni soustava kvalifikaci": "Národní soustava kvalifikací",
    "Den danske kvalifikationsramme for livslang laering": "Den danske kvalifikationsramme for livslang læring",
    "Elliniko Plaisio Prosonton": "Ελληνικό Πλαίσιο Προσόντων",
    "Magyar kepesitesi keretrendszer": "Magyar képesítési keretrendszer",
    "Latvijas kvalifikaciju ietvarstruktura": "Latvijas kvalifikāciju ietvarstruktūra",
    "Lietuvos kvalifikaciju sandara": "Lietuvos kvalifikacijų sandara",
    "Slovensky kvalifikacny ramec": "Slovenský kvalifikačný rámec",
    "Marco Espanol de Cualificaciones para el Aprendizaje Permanente":
        "Marco Español de Cualificaciones para el Aprendizaje Permanente",
    "Marco Espanol de Cualificaciones para la Educacion Superior":
        "Marco Español de Cualificaciones para la Educación Superior",
    "Marco de Cualificaciones para la Educacion Superior Centroamericana":
        "Marco de Cualificaciones para la Educación Superior Centroamericana",
    "Marco de Cualificaciones Tecnico Profesional": "Marco de Cualificaciones Técnico Profesional",
    "Marco Nacional de Cualificaciones del Peru": "Marco Nacional de Cualificaciones del Perú",
    "Quadro Nacional de Qualificacoes": "Quadro Nacional de Qualificações",
    "Sistema Nacional de Qualificacoes": "Sistema Nacional de Qualificações",
    "Quadro Brasileiro de Qualificacoes": "Quadro Brasileiro de Qualificações",
    "Cadrul National al Calificarilor": "Cadrul Național al Calificărilor",
    "Sveriges referensram foer kvalifikationer": "Sveriges referensram för kvalifikationer",
    "Haefnirammi um islenska menntun": "Hæfnirammi um íslenska menntun",
    "Nacionalna ramka na kvalifikacii": "Национална рамка на квалификации",
    "Turkiye Yeterlilikler Cercevesi": "Türkiye Yeterlilikler Çerçevesi",
    "Natsionalna ramka kvalifikatsiy": "Національна рамка кваліфікацій",
    "Urovni kvalifikatsii": "Уровни квалификации",
    "Te Taura Here Tohu Matauranga o Aotearoa": "Te Taura Here Tohu Mātauranga o Aotearoa",
    "Khung trinh do quoc gia Viet Nam": "Khung trình độ quốc gia Việt Nam",
    # units and labels
    "ECTS in Sweden (hogskolepoang)": "ECTS in Sweden (högskolepoäng)",
    "Sweden (hogskolepoang)": "Sweden (högskolepoäng)",
    "ECTS in Turkiye (AKTS)": "ECTS in Türkiye (AKTS)",
    "Turkiye (AKTS)": "Türkiye (AKTS)",
    "Turkiye": "Türkiye",
    "Vietnamese tin chi": "Vietnamese tín chỉ",
    "tin chi": "tín chỉ",
    "credito": "crédito",
    "kreditpunkts": "kredītpunkts",
    "unite": "unité",
    "Quebec unit (unite / credit)": "Québec unit (unité / crédit)",
    "Canada (Quebec)": "Canada (Québec)",
    "tres bien": "très bien",
    "ungenuegend": "ungenügend",
    "matricula de honor": "matrícula de honor",
}


def native(text):
    return NATIVE.get(text.strip(), text.strip())
