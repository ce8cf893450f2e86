insert into public.lists values
  ('{abc,d}', '{abc,d}', 'abc', 'abc', '{abc}', '101', '(abc,101)', '{"(abc,101)"}', '{abc}', b'101');
