insert into public.gt values (1, 2);
insert into public.g (id, p) values (1, row(1, 2));
