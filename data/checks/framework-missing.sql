-- every framework that a record names exists
SELECT file, line, 'framework ' || to_framework || ' does not exist' FROM referencing
 WHERE to_framework NOT IN (SELECT framework FROM framework)
UNION ALL
SELECT file, line, 'framework ' || from_framework || ' does not exist' FROM referencing
 WHERE from_framework NOT IN (SELECT framework FROM framework)
UNION ALL
SELECT file, line, 'framework ' || framework || ' does not exist' FROM qualification_type
 WHERE framework NOT IN (SELECT framework FROM framework)
ORDER BY 1, 2, 3
