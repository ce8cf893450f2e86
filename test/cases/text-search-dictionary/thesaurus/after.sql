create text search dictionary public.stems (template = snowball, language = english);
create text search dictionary public.more_phrases (template = thesaurus, dictfile = thesaurus_sample, dictionary = 'public.stems');
create text search dictionary public.phrases (template = thesaurus, dictfile = thesaurus_sample, dictionary = 'public.stems');
