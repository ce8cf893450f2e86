insert into public.t values (1, 'a', 'b');
insert into public.u2 values ('c');
