insert into public.people values (1, '{a@b}', '{x,y}', 'c@d');
