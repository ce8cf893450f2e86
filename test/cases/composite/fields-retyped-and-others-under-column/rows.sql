insert into public.t values (1, '(3,m)', array['(4,cm)', null, '(,"a b")']::public.size[], '(7,"x,y",8)', '(1,)');
insert into public.t values (2, '(,)', '{}', null, null);
