-- equal ranks need a parallel group, and a parallel group has one rank
SELECT a.file, a.line, a.id || ' has the rank of ' || b.id || ' but not its parallel group' FROM level a
  JOIN level b ON a.framework = b.framework AND a.rank = b.rank AND a.label > b.label
 WHERE a.parallel_group <> b.parallel_group OR a.parallel_group = ''
UNION ALL
SELECT a.file, a.line, a.id || ' is parallel to ' || b.id || ' but has another rank' FROM level a
  JOIN level b ON a.framework = b.framework AND a.parallel_group = b.parallel_group AND a.parallel_group <> ''
 WHERE a.label > b.label AND a.rank <> b.rank
ORDER BY 1, 2, 3
