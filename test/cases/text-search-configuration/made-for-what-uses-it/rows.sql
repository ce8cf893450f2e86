insert into public.notes values (1, 'The dogs were running'), (2, null);
