insert into public.uses values ('a');
