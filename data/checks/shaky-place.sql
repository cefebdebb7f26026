-- shaky facts live under data/unverified/, and only they
WITH every AS (
  SELECT id, confidence, file, line FROM framework UNION ALL SELECT id, confidence, file, line FROM level
  UNION ALL SELECT id, confidence, file, line FROM level_detail UNION ALL SELECT id, confidence, file, line FROM referencing
  UNION ALL SELECT id, confidence, file, line FROM qualification_type
  UNION ALL SELECT id, confidence, file, line FROM credit_system
  UNION ALL SELECT id, confidence, file, line FROM credit_conversion
  UNION ALL SELECT id, confidence, file, line FROM grading_scale UNION ALL SELECT id, confidence, file, line FROM grade_method
  UNION ALL SELECT id, confidence, file, line FROM microcredential_policy)
SELECT file, line, '''' || id || ''' has confidence ' || confidence || ' and must ' ||
       iif(confidence = 'knowledge-low', 'stand', 'not stand') || ' under data/unverified/'
  FROM every
 WHERE file LIKE 'data/%' AND (confidence = 'knowledge-low') <> (file LIKE 'data/unverified/%') ORDER BY file, line
