-- Takes 003_create_user_tokens_table back.
-- Lost: all rows of user_tokens: every user has to connect the providers again.

drop function public.delete_user_tokens(uuid, text);
drop function private.delete_user_tokens(uuid, text);
drop function public.get_user_token_status(uuid, text);
drop function private.get_user_token_status(uuid, text);
drop function public.get_user_tokens(uuid, text);
drop function public.upsert_user_tokens(uuid, text, text, text, timestamptz, text[]);
drop function private.assert_provider(text);

drop table public.user_tokens;
