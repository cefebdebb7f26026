-- nothing without a source loads
SELECT file, line, 'referencing ' || id || ' has no source' FROM referencing WHERE document = ''
UNION ALL SELECT file, line, 'framework ' || id || ' has no source' FROM framework WHERE document = ''
UNION ALL SELECT file, line, 'level ' || id || ' has no source' FROM level WHERE document = ''
UNION ALL SELECT file, line, 'conversion ' || id || ' has no source' FROM credit_conversion WHERE document = ''
ORDER BY 1, 2, 3
