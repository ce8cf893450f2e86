insert into public.notes values (1, '00000000-0000-0000-0000-000000000001');
