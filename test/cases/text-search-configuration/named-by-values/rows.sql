insert into public.notes values (1, 'public.en', 'The dogs');
