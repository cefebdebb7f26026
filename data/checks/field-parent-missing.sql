-- every ISCED field stands below one that exists
SELECT file, line, 'field ' || parent || ' does not exist' FROM isced_field
 WHERE parent <> '' AND parent NOT IN (SELECT id FROM isced_field) ORDER BY 1, 2
