insert into public.t values (1, row('a'), array[row('b')]::public.p[]);
