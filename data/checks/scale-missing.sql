-- every grading scale that a method names exists
SELECT file, line, 'grading scale ' || from_scale || ' does not exist' FROM grade_method
 WHERE from_scale <> '' AND from_scale NOT IN (SELECT id FROM grading_scale)
UNION ALL
SELECT file, line, 'grading scale ' || to_scale || ' does not exist' FROM grade_method
 WHERE to_scale <> '' AND to_scale NOT IN (SELECT id FROM grading_scale)
ORDER BY 1, 2, 3
