-- within one document, a higher level never maps below where a lower one maps
WITH placed AS (
  SELECT r.report, r.from_framework, r.to_framework, r.from_level, f.rank AS rank, min(t.rank) AS lowest,
         max(t.rank) AS highest, min(r.file) AS file, min(r.line) AS line
    FROM referencing r
    JOIN level f ON f.framework = r.from_framework AND f.label = r.from_level
    JOIN level t ON t.framework = r.to_framework AND t.label = r.to_level
   WHERE f.rank IS NOT NULL AND t.rank IS NOT NULL
   GROUP BY 1, 2, 3, 4, 5)
SELECT a.file, a.line, a.from_framework || '/' || a.from_level || ' lies below ' || b.from_framework || '/' || b.from_level ||
       ' but maps above it in ' || a.to_framework
  FROM placed a JOIN placed b ON a.report = b.report AND a.from_framework = b.from_framework
   AND a.to_framework = b.to_framework AND a.rank < b.rank
 WHERE a.lowest > b.lowest OR a.highest > b.highest ORDER BY 1, 2, 3
