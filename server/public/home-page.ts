import { createHash } from 'node:crypto';

const style = `
  body { margin: 0 auto; max-width: 40rem; padding: 3rem 1.5rem; color: #1f2328; background: #fff;
    font: 1.125rem/1.6 'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
  h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
  p, li { max-width: 36rem; }
  @media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #17191c; } }
`;

const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Một Cửa – máy chủ cấp trên</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Một Cửa</h1>
<p>Đây là máy chủ tiếp nhận dữ liệu từ bộ phận một cửa của các phường, xã. Máy tính tại quầy gửi sổ hồ sơ lên đây
mỗi khi có mạng; khi mất mạng, quầy vẫn làm việc bình thường.</p>
<p>Trang này không chứa thông tin của công dân. Để biết tình trạng hồ sơ, xin liên hệ bộ phận một cửa ghi trên giấy
tiếp nhận hồ sơ và hẹn trả kết quả.</p>
</main>
</body>
</html>
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** The public page and the policy it is served under: no script, no outside resource. */
export const homePage = {
  html,
  csp: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};
