create text search dictionary public.phrases (template = thesaurus, dictfile = thesaurus_sample, dictionary = 'pg_catalog.english_stem');
