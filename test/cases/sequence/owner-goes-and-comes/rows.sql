insert into public.a (id, z) values (1, 7);
insert into public.old values (default);
insert into public.crossed values (default, default);
insert into public.other values (1);
