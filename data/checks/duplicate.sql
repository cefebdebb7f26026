-- no record stands twice
WITH every AS (
  SELECT 'framework' AS kind, id, file, line FROM framework UNION ALL SELECT 'level', id, file, line FROM level
  UNION ALL SELECT 'referencing', id, file, line FROM referencing
  UNION ALL SELECT 'qualification type', id, file, line FROM qualification_type
  UNION ALL SELECT 'credit system', id, file, line FROM credit_system
  UNION ALL SELECT 'conversion', id, file, line FROM credit_conversion
  UNION ALL SELECT 'grading scale', id, file, line FROM grading_scale
  UNION ALL SELECT 'grade method', id, file, line FROM grade_method
  UNION ALL SELECT 'ISCED field', id, file, line FROM isced_field
  UNION ALL SELECT 'micro-credential element', id, file, line FROM microcredential_element
  UNION ALL SELECT 'micro-credential policy', id, file, line FROM microcredential_policy
  UNION ALL SELECT 'country alias', id, file, line FROM country_alias UNION ALL SELECT 'tile', id, file, line FROM tile)
SELECT file, line, kind || ' ''' || id || ''' stands more than once' FROM every
 WHERE kind || ' ' || id IN (SELECT kind || ' ' || id FROM every GROUP BY 1 HAVING count(*) > 1) ORDER BY file, line
