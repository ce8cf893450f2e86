insert into public.things values (1, 'a');
insert into public.chairs values (2, 'b', 4);
