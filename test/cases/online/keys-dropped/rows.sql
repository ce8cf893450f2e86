insert into public.notes values (1, 'a', 'x');
insert into public.tags values ('a', 'n');
