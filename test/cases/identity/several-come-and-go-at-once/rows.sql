insert into public.t (e) values ('3'), ('4');
