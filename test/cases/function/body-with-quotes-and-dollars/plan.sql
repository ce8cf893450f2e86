-- up
create or replace function public.f()
returns text
language sql
as $functionx$ select 'it''s $$ and $function$ \\ other' $functionx$;
comment on function public.f() is 'say ''x''';

-- down
create or replace function public.f()
returns text
language sql
as $functionx$ select 'it''s $$ and $function$ \ ' $functionx$;
comment on function public.f() is null;
