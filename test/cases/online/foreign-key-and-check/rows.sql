insert into public.owners values ('a'), ('b');
insert into public.notes (id, owner, title, made) values (1, 'a', 'one', now()), (2, 'b', 'two', now());
