-- up
-- ! goes_stale
alter text search dictionary public.plain (
  stopwords = 'english'
);

-- down
-- ! goes_stale
alter text search dictionary public.plain (
  stopwords
);
