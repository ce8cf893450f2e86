insert into public.gt values (1, 2);
insert into public.gu values (3, 4);
