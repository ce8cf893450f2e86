insert into public.t values ('b');
