-- every level that referencing, qualification types and details name exists
WITH known AS (SELECT framework || '/' || label AS ref FROM level)
SELECT file, line, 'level ' || from_framework || '/' || from_level || ' does not exist' FROM referencing
 WHERE from_level <> '' AND from_framework || '/' || from_level NOT IN (SELECT ref FROM known)
UNION ALL
SELECT file, line, 'level ' || to_framework || '/' || to_level || ' does not exist' FROM referencing
 WHERE to_level <> '' AND to_framework || '/' || to_level NOT IN (SELECT ref FROM known)
UNION ALL
SELECT file, line, 'level ' || framework || '/' || level_low || ' does not exist' FROM qualification_type
 WHERE framework || '/' || level_low NOT IN (SELECT ref FROM known)
UNION ALL
SELECT file, line, 'level ' || framework || '/' || level_high || ' does not exist' FROM qualification_type
 WHERE framework || '/' || level_high NOT IN (SELECT ref FROM known)
UNION ALL
SELECT file, line, 'level ' || id || ' does not exist' FROM level_detail WHERE id NOT IN (SELECT ref FROM known)
ORDER BY 1, 2, 3
