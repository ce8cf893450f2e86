insert into public.t values (1);
insert into public.t2 values (1, '[3,4)');
