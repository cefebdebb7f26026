-- every credit system that a conversion or a qualification type names exists
SELECT file, line, 'credit system ' || from_system || ' does not exist' FROM credit_conversion
 WHERE from_system NOT IN (SELECT id FROM credit_system)
UNION ALL
SELECT file, line, 'credit system ' || to_system || ' does not exist' FROM credit_conversion
 WHERE to_system NOT IN (SELECT id FROM credit_system)
UNION ALL
SELECT file, line, 'credit system ' || size_system || ' does not exist' FROM qualification_type
 WHERE size_system <> '' AND size_system NOT IN (SELECT id FROM credit_system)
ORDER BY 1, 2, 3
