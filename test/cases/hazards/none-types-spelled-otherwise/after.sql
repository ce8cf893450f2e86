create table public.t (a int4, b character varying(10), c timestamp with time zone, d decimal(10, 2), e bool, f float4[]);
