insert into public.stays values ('[1,2)', 'a');
