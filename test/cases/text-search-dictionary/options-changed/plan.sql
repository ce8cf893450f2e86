-- up
alter text search dictionary public."Stems of" (
  stopwords = 'german'
);
alter text search dictionary public.all_words (
  accept = 'false',
  stopwords = 'french'
);
alter text search dictionary public.plain (
  stopwords,
  accept = 'true'
);

-- down
alter text search dictionary public."Stems of" (
  stopwords
);
alter text search dictionary public.all_words (
  accept,
  stopwords
);
alter text search dictionary public.plain (
  accept = 'false',
  stopwords = 'english'
);
