-- builtin is known since 17
do $do$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute $$ create collation public.c (provider = builtin, locale = 'C.UTF-8') $$;
  else
    create collation public.c (provider = libc, locale = 'POSIX');
  end if;
end
$do$;
