-- up
comment on collation public.german is 'two';
comment on collation public.other is 'new';

-- down
comment on collation public.german is 'one';
comment on collation public.other is null;
