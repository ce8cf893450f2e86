-- rules are known since 16
do $do$
begin
  if current_setting('server_version_num')::integer >= 160000 then
    execute $$ create collation public.c (provider = icu, locale = 'de', rules = '&a < ''g''') $$;
  else
    create collation public.c (provider = icu, locale = 'sv');
  end if;
end
$do$;
create view public.v as select 'a' collate public.c as a;
