-- superuser, of the plan too
create aggregate public.place(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = dense_rank_final, finalfunc_extra, hypothetical);
comment on aggregate public.place(variadic "any" order by variadic "any") is 'Place';
create aggregate public.average(bigint) (sfunc = int8_avg_accum, stype = internal, sspace = 128, finalfunc = numeric_poly_avg, combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize, parallel = safe);
