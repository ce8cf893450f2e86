insert into public.t values (1), (2);
insert into public.r values (1), (null);
