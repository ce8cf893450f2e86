-- up
-- ! breaks_clients
drop aggregate public.gathered(anynonarray);
drop aggregate public.place("any");
-- ! opens_access
create aggregate public.average(bigint) (
  sfunc = int8_avg_accum,
  stype = internal,
  sspace = 128,
  finalfunc = numeric_poly_avg,
  combinefunc = int8_avg_combine,
  serialfunc = int8_avg_serialize,
  deserialfunc = int8_avg_deserialize,
  parallel = safe
);
create aggregate public.place(variadic "any" order by variadic "any") (
  sfunc = ordered_set_transition_multi,
  stype = internal,
  finalfunc = dense_rank_final,
  finalfunc_extra,
  hypothetical
);
comment on aggregate public.place("any") is 'Place';

-- down
-- ! breaks_clients
drop aggregate public.average(bigint);
drop aggregate public.place("any");
-- ! opens_access
create aggregate public.gathered(anynonarray) (
  sfunc = array_agg_transfn,
  stype = internal,
  finalfunc = array_agg_finalfn,
  finalfunc_extra
);
create aggregate public.place(variadic "any" order by variadic "any") (
  sfunc = ordered_set_transition_multi,
  stype = internal,
  finalfunc = rank_final,
  finalfunc_extra,
  hypothetical
);
