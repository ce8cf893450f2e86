insert into public.t values ('(2,"a,b")', array['(3,)', '(,x)']::public.size[]);
