insert into public.pp values (1, 1);
insert into public.ref values (1, 1);
