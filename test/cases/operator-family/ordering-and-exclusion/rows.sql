insert into public.rooms values (1, '((0,0),(1,1))');
