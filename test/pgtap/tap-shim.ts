/**
 * The three functions of pgTAP that written tests call, in its schema, for servers that lack it: a test that fails is an
 * error. The superuser makes them.
 */
export const tapShim = `
  create function extensions.plan(integer) returns text language sql as $$ select '1..' || $1 $$;
  create function extensions.is(anyelement, anyelement, text) returns text language plpgsql as $$
  begin
    if $1 is distinct from $2 then
      raise exception 'not ok - %: % and not %', $3, $1, $2;
    end if;
    return 'ok - ' || $3;
  end
  $$;
  create function extensions.finish() returns setof text language sql as $$ select '' where false $$;
`
