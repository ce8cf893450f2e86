create function private.delete_google_oauth_tokens(p_user_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.assert_acting_for(p_user_id);
  perform private.assert_given('p_user_id', p_user_id is not null);

  delete from public.oauth_tokens as token
  where token.user_id = p_user_id and token.provider = 'google';
end
$$;

-- security definer: users may disconnect Google though they have no right on the table of tokens.
comment on function private.delete_google_oauth_tokens(uuid) is 'Body of public.delete_google_oauth_tokens.';

revoke execute on function private.delete_google_oauth_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function private.delete_google_oauth_tokens(uuid) to authenticated, service_role;
