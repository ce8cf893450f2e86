insert into public.a values (100); insert into public.kept values (1, 100);
